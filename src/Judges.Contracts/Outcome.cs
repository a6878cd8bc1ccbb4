using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges;

/// <summary>How judging one completion ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>Right in every respect: the only outcome that passes.</summary>
    Accepted,

    /// <summary>Right in part; <see cref="Verdict.Reward"/> says how much the named policy gives for it.</summary>
    PartiallyCorrect,

    /// <summary>An answer was found and it is wrong.</summary>
    WrongAnswer,

    /// <summary>The completion holds no answer (no box, no tag, no code).</summary>
    NoAnswer,

    /// <summary>The answer or the response's structure cannot be read.</summary>
    Malformed,

    /// <summary>The submission does not parse or does not compile.</summary>
    CompileError,

    /// <summary>The submission ended with an error.</summary>
    RuntimeError,

    /// <summary>The submission used up its CPU time, or its wall-clock backstop.</summary>
    TimeLimitExceeded,

    /// <summary>The submission used more memory than it was given.</summary>
    MemoryLimitExceeded,

    /// <summary>The submission wrote more than it was allowed to.</summary>
    OutputLimitExceeded,

    /// <summary>The submission tried to reach the judge instead of solving the task.</summary>
    Tampering,

    /// <summary>A fault of ours. There is no reward; the rollout is to be dropped and counted, never scored.</summary>
    JudgeError,
}

/// <summary>Writes an enum as its camelCase name and reads no numbers.</summary>
public sealed class CamelCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
