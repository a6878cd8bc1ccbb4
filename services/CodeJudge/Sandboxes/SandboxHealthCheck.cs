using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Judges.Code;

/// <summary>Ready when a program can be run: the check runs one.</summary>
internal sealed class SandboxHealthCheck(SandboxPool pool) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var lease = await pool.Rent(cancellationToken);
        try
        {
            var report = await lease.Run(
                new RunRequest { Kind = RunKind.Stdio, Program = "print(1)"u8.ToArray(), Input = default, Limits = new Limits() }, cancellationToken);
            return report.Output.Span.SequenceEqual("1\n"u8)
                ? HealthCheckResult.Healthy($"{lease.Engine}, {lease.Confinement}")
                : HealthCheckResult.Unhealthy("a program that prints 1 did not");
        }
        catch (Exception fault) when (fault is SandboxUnavailableException or SandboxFaultException)
        {
            return HealthCheckResult.Unhealthy(fault.Message, fault);
        }
    }
}
