using Judges.Training.Tokenization;

namespace Trainer.Tests.Tokenization;

public sealed class FormCTests
{
    // Expected values are those of Python's unicodedata.
    [Theory]
    [InlineData("\u0065\u0301", "\u00e9")]
    [InlineData("\u0061\u0323\u0302", "\u1ead")]
    [InlineData("\u0061\u0302\u0323", "\u1ead")]
    [InlineData("\u1100\u1161\u11a8", "\uac01")]
    [InlineData("\uac00\u11a8", "\uac01")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("\u0915\u093c", "\u0915\u093c")]
    [InlineData("\u0071\u0307\u0323", "\u0071\u0323\u0307")]
    [InlineData("\u1e9b\u0323", "\u1e9b\u0323")]
    [InlineData("\U0001d15e", "\U0001d157\U0001d165")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u03b1\u0345\u0301", "\u1fb4")]
    [InlineData("\u09c7\u09be", "\u09cb")]
    [InlineData("\u0078\u0300\u0315\u0300", "\u0078\u0300\u0300\u0315")]
    public void Characters_are_composed(string text, string expected)
    {
        Assert.Equal(expected, FormC.Of(text));
        Assert.Equal(expected, FormC.Of(expected));
    }

    [Fact]
    public void What_is_composed_stays() => Assert.Equal("déjà 日本語 𝒳", FormC.Of("déjà 日本語 𝒳"));
}
