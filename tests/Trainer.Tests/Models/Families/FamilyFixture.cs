using System.Globalization;
using System.Text.Json;
using Judges.Training.Checkpoints;
using Judges.Training.Checkpoints.HuggingFace;
using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Models.Families;

/// <summary>A tiny random checkpoint of a family, and what Hugging Face's own code computes with it.</summary>
internal sealed class FamilyFixture : IDisposable
{
    private readonly Tensor _labels; // [n] the tokens that are predicted, and
    private readonly Tensor _places; // where in [2·13] they are
    private readonly PaddedRows _rows;

    // JUDGES_DEVICE=cuda compares what a GPU computes.
    static FamilyFixture()
    {
        if (Environment.GetEnvironmentVariable("JUDGES_DEVICE") is { Length: > 0 } device)
            set_default_device(device);
    }

    public FamilyFixture(string name)
    {
        var directory = SharedData.Trainer($"hf-{name}");
        Model = PretrainedModel.Load(directory);
        Tensors = Safetensors.Read(Path.Combine(directory, "fixture.safetensors"))
            .ToDictionary(static tensor => tensor.Key, static tensor => tensor.Value.to(get_default_device()));
        Facts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, "fixture.json"))).RootElement;
        RoutedLayers = [.. Enumerable.Range(0, Model.Decoder.Config.Layers).Where(layer => !Model.Decoder.Config.IsDense(layer))];
        var labels = Tensors["labels"].narrow(1, 1, 13).reshape(-1);
        _places = labels.ne(-100).nonzero().view(-1);
        _labels = labels.index_select(0, _places);
        // Hugging Face hides the padding on the right from the padding too, so that this is the same in its rows as well.
        var visible = Tensors["attention_mask"].to(ScalarType.Float32);
        _rows = new(Tensors["input_ids"], visible, ((1 - visible) * PaddedRows.Hidden).view(2, 1, 1, 1, 14), [0, 0]);
    }

    public PretrainedModel Model { get; }

    public Dictionary<string, Tensor> Tensors { get; }

    public JsonElement Facts { get; }

    public (Tensor Logits, Tensor LanguageLoss, Tensor? BalanceLoss, IReadOnlyList<Router.Choice> Routes) Run(ExpertPath path)
    {
        var fused = Model.Decoder.Fuse(path);
        var output = fused.Forward(_rows, cache: null, countLoad: false, keepRoutes: true);
        var logits = fused.Logits(output.Hidden); // [2·14, V]
        var predictions = logits.view(2, 14, -1).narrow(1, 0, 13).reshape(26, -1).index_select(0, _places);
        var loss = predictions.log_softmax(-1).gather(1, _labels.unsqueeze(-1)).mean().neg();
        var balance = Model.Decoder.Config.BalanceLossWeight > 0 ? BalanceLoss.Of(output.Routes, _rows.Visible!.view(-1, 1)) : null;
        return (logits, loss, balance, output.Routes);
    }

    public (Tensor Loss, IReadOnlyList<Router.Choice> Routes) Loss(ExpertPath path)
    {
        var (_, language, balance, routes) = Run(path);
        return (balance is null ? language : language + balance * Model.Decoder.Config.BalanceLossWeight, routes);
    }

    public List<int> RoutedLayers { get; }

    /// <summary>[2·14, k] the experts that Hugging Face's router chose in a layer, for padding too.</summary>
    public Tensor Choices(int layer)
    {
        var (name, value) = Tensors.Single(tensor => tensor.Key.Contains($".layers.{layer}.", StringComparison.Ordinal)
            && (tensor.Key.StartsWith("router_logits", StringComparison.Ordinal) || tensor.Key.StartsWith("topk_idx", StringComparison.Ordinal)));
        return name.StartsWith("topk_idx", StringComparison.Ordinal) ? value : value.topk(Model.Decoder.Config.ExpertsPerToken, -1).indexes;
    }

    /// <summary>Whether a tensor takes part at all: those of an expert that nothing chose, not even padding, do not.</summary>
    public bool Uses(string tensor, IReadOnlyList<Router.Choice> routes) => tensor.Split('.') is not ["model", "layers", var layer, _, "experts", var expert, ..]
        || routes[RoutedLayers.IndexOf(int.Parse(layer, CultureInfo.InvariantCulture))].Experts.eq(long.Parse(expert, CultureInfo.InvariantCulture)).any().item<bool>();

    public void Dispose()
    {
        Model.Dispose();
        foreach (var tensor in Tensors.Values)
            tensor.Dispose();
    }
}
