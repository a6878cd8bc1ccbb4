using System.Text.Json;

namespace Judges.Code;

/// <summary>A verdict without what belongs to one request: what the cache keeps.</summary>
/// <param name="Settled">Whether the same program would end the same way anywhere: no limit of time or memory was met.</param>
internal sealed record Graded(Outcome Outcome, double Reward, JsonElement Detail, double CpuMs, double QueueMs, bool Settled);
