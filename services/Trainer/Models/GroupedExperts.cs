using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Tokens sorted by expert; each expert runs on its own slice. The sort is a counting sort, stable, on the host: <see cref="SortedExperts"/> stays on the device.</summary>
internal sealed record GroupedExperts(Router Router, IReadOnlyList<SwiGlu> Experts, IFusedFeedForward? Shared) : IFusedFeedForward
{
    public static GroupedExperts Fuse(Router router, Tensor gateUp, Tensor down, IFusedFeedForward? shared) => new(
        router,
        [.. gateUp.unbind().Zip(down.unbind(), static (one, two) => new SwiGlu(one.t(), two.t()))],
        shared);

    public Tensor Apply(Tensor x, ForwardPass pass)
    {
        var choice = Router.Route(x);
        pass.Routed(choice, Experts.Count);

        var (tokens, perToken) = (choice.Experts.shape[0], choice.Experts.shape[1]);
        var order = Sort(choice.Experts.contiguous().cpu().data<long>().ToArray(), (int)perToken);
        var sorted = x.index_select(0, tensor(order.Tokens)); // [N·k, d], expert by expert
        var results = cat(Run(sorted, order.Counts)).index_select(0, tensor(order.Places)).view(tokens, perToken, -1);
        var routed = (results * choice.Weights.to(x.dtype).unsqueeze(-1)).sum(1);
        return Shared is null ? routed : routed + Shared.Apply(x, pass);
    }

    // Split, not narrowed expert by expert: the gradient of each narrowing would be as large as all of them together.
    private Tensor[] Run(Tensor sorted, long[] counts) =>
        [.. sorted.split(counts).Zip(Experts).Where(static pair => pair.First.shape[0] > 0).Select(static pair => pair.Second.Apply(pair.First))];

    // choices[N·k] → for each sorted place its token; for each choice its sorted place; how many chose each expert
    private (long[] Tokens, long[] Places, long[] Counts) Sort(long[] choices, int perToken)
    {
        var counts = new long[Experts.Count];
        foreach (var expert in choices)
            counts[expert]++;

        var next = new long[counts.Length];
        for (var expert = 1; expert < next.Length; expert++)
            next[expert] = next[expert - 1] + counts[expert - 1];

        var (tokens, places) = (new long[choices.Length], new long[choices.Length]);
        for (var i = 0; i < choices.Length; i++)
        {
            var place = next[choices[i]]++;
            (tokens[place], places[i]) = (i / perToken, place);
        }

        return (tokens, places, counts);
    }
}
