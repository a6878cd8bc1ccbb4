using Judges.Hosting;
using MassTransit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Judges.Code;

/// <summary>What a host calls to have the code judge: core, bus consumer, HTTP door.</summary>
public static class CodeJudgeModule
{
    extension(IHostApplicationBuilder builder)
    {
        public IHostApplicationBuilder AddCodeJudge()
        {
            var services = builder.Services;
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CodeJudgeOptions>, CodeJudgeOptionsValidator>());
            services.AddOptions<CodeJudgeOptions>()
                // What Docker's own command reads, below what our own section says.
                .Configure<IConfiguration>(static (options, configuration) =>
                {
                    if (Uri.TryCreate(configuration["DOCKER_HOST"], UriKind.Absolute, out var endpoint))
                        options.DockerEndpoint = endpoint;
                })
                .BindConfiguration(CodeJudgeOptions.Section).ValidateOnStart();
            services.TryAddSingleton(static provider => provider.GetRequiredService<IOptions<CodeJudgeOptions>>().Value);
            services.TryAddSingleton<ISandboxEngine, ChosenEngine>();
            services.TryAddSingleton<SandboxPool>();
            services.TryAddSingleton<ProgramRunner>();
            services.TryAddSingleton<FusionDoor>();
            services.TryAddSingleton<PistonDoor>();
            services.AddJudge<GradeCode, CodeJudge>();
            services.AddHealthChecks().AddCheck<SandboxHealthCheck>("sandbox");
            return builder;
        }
    }

    extension(IBusRegistrationConfigurator bus)
    {
        public void AddCodeJudgeConsumers() => bus.AddConsumer<GradeCodeConsumer, GradeCodeConsumerDefinition>();
    }

    extension(IEndpointRouteBuilder endpoints)
    {
        public IEndpointConventionBuilder MapCodeJudge()
        {
            var services = endpoints.ServiceProvider;
            var options = services.GetRequiredService<CodeJudgeOptions>();
            var peers = endpoints.MapGroup("").WithMetadata(new RequestSizeLimitAttribute((long)options.DoorRequestMb << 20));
            FusionEndpoints.Map(peers);
            PistonEndpoints.Map(peers);
            BatchEndpoints.Map(peers);
            return endpoints.MapJudge<GradeCode>(JudgeNames.Code).RefuseWhenCrowded(services.GetRequiredService<SandboxPool>(), options);
        }
    }
}
