using System.Text.Json;
using Judges.Training.Tokenization.Chat;

namespace Trainer.Tests.Tokenization.Chat;

public sealed class ChatTemplateReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chat").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_template_and_its_tokens_come_from_tokenizer_config()
    {
        Config(new { chat_template = "{{ bos_token }}{{ messages[0].content }}{{ eos_token }}", bos_token = "<s>", eos_token = new { content = "</s>" } });

        Assert.Equal("<s>hi</s>", ChatTemplate.Load(_root)!.Render([new("user", "hi")]));
    }

    [Fact]
    public void One_of_several_is_found_by_name_and_a_file_of_its_own_comes_first()
    {
        Config(new { chat_template = new[] { new { name = "default", template = "a" }, new { name = "tool_use", template = "b" } } });
        Assert.Equal(("a", "b"), (ChatTemplate.Load(_root)!.Render([]), ChatTemplate.Load(_root, "tool_use")!.Render([])));
        Assert.Null(ChatTemplate.Load(_root, "rag"));

        File.WriteAllText(Path.Combine(_root, "chat_template.jinja"), "c\n");
        Assert.Equal("c", ChatTemplate.Load(_root)!.Render([]));
    }

    [Fact]
    public void Without_a_template_there_is_none()
    {
        Assert.Null(ChatTemplate.Load(_root));
        Config(new { bos_token = "<s>" });
        Assert.Null(ChatTemplate.Load(_root));
        File.WriteAllText(Path.Combine(_root, "tokenizer_config.json"), "{");
        Assert.Throws<InvalidDataException>(() => ChatTemplate.Load(_root));
    }

    private void Config(object config) => File.WriteAllText(Path.Combine(_root, "tokenizer_config.json"), JsonSerializer.Serialize(config));
}
