using Judges.Training.Learning;

namespace Trainer.Tests.Learning;

public sealed class ScheduleTests
{
    private static readonly Schedule s_linear = new()
    {
        Steps = 100,
        Hold = 0.6,
        WarmupSteps = 5,
        LearningRate = 1,
        FinalLearningRate = 0.1,
        EntropyBonus = 0.01,
        FinalEntropyBonus = 0,
    };

    [Theory]
    [InlineData(1, 0.2)]
    [InlineData(5, 1)]
    [InlineData(60, 1)]
    [InlineData(80, 0.55)]
    [InlineData(100, 0.1)]
    [InlineData(500, 0.1)]
    public void Linear_warms_up_holds_and_decays(long step, double expected) => Assert.Equal(expected, s_linear.LearningRateAt(step, null), 1e-12);

    [Theory]
    [InlineData(60, 1)]
    [InlineData(80, 0.55)]
    [InlineData(70, 1 - 0.9 * 0.14644660940672624)]
    public void Cosine_decays_slowly_at_first(long step, double expected) =>
        Assert.Equal(expected, (s_linear with { Decay = Decay.Cosine }).LearningRateAt(step, null), 1e-12);

    [Fact]
    public void Constant_stays() => Assert.Equal(1, (s_linear with { Decay = Decay.Constant }).LearningRateAt(5000, null));

    [Fact]
    public void Entropy_bonus_decays_with_the_learning_rate() => Assert.Equal(0.005, s_linear.EntropyBonusAt(80, null), 1e-12);

    [Theory]
    [InlineData(20, 1)]
    [InlineData(25, 0.55)]
    [InlineData(30, 0.1)]
    [InlineData(90, 0.1)]
    public void A_landing_ends_the_schedule_early(long step, double expected) =>
        Assert.Equal(expected, s_linear.LearningRateAt(step, new Landing(20, 0, 10)), 1e-12);
}
