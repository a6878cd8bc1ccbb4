using System.Text;
using System.Text.Json;

namespace Judges.Format.Payloads;

/// <summary>JSON as the standard has it: no comments, no trailing commas, no duplicate names, no NaN; a bounded depth and length.</summary>
internal static class StrictJson
{
    public const int MostCharacters = 100_000;
    public const int MostDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = MostDepth };

    /// <summary>Reads the first value; <paramref name="read"/> is where it ends.</summary>
    public static PayloadFault? Read(ReadOnlySpan<char> text, out JsonElement value, out int read)
    {
        (value, read) = (default, 0);
        if (text.Length > MostCharacters)
            return new("TooLong", MostCharacters);
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        // Several values may follow one another: each is read by itself.
        var reader = new Utf8JsonReader(bytes.AsSpan(0, length), new JsonReaderOptions { MaxDepth = MostDepth, AllowMultipleValues = true });
        try
        {
            if (!reader.Read())
                return new("JsonMissing");
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            using var document = JsonDocument.Parse(bytes.AsMemory(start, end - start), Options);
            value = document.RootElement.Clone();
            read = Encoding.UTF8.GetCharCount(bytes, 0, end);
            return null;
        }
        catch (JsonException fault)
        {
            return new("JsonInvalid", 0, fault.Message.Split(" LineNumber:")[0]);
        }
    }
}
