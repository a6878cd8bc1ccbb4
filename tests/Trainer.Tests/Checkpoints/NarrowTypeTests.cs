using System.Buffers.Binary;
using System.Text;
using Judges.Training.Checkpoints;
using static TorchSharp.torch;

namespace Trainer.Tests.Checkpoints;

/// <summary>Types that the tensor library lacks: every value of theirs is read, and written again to the byte.</summary>
public sealed class NarrowTypeTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("F8_E4M3", 0x00, 0f)]
    [InlineData("F8_E4M3", 0x01, 0.001953125f)] // 2⁻⁹, the smallest
    [InlineData("F8_E4M3", 0x38, 1f)]
    [InlineData("F8_E4M3", 0x7E, 448f)] // the largest
    [InlineData("F8_E4M3", 0xC4, -3f)]
    [InlineData("F8_E4M3", 0x7F, float.NaN)]
    [InlineData("F8_E5M2", 0x3C, 1f)]
    [InlineData("F8_E5M2", 0x7B, 57344f)]
    [InlineData("F8_E5M2", 0xFC, float.NegativeInfinity)]
    [InlineData("F8_E5M2", 0x01, 1.52587890625e-05f)]
    [InlineData("F8_E8M0", 0x7F, 1f)]
    [InlineData("F8_E8M0", 0x82, 8f)]
    public void A_byte_is_the_number_that_its_type_says(string type, int code, float expected)
    {
        Write(type, 1, [(byte)code]);

        Assert.Equal(expected, Tiny.Values(Safetensors.Read(_path)["x"])[0]);
    }

    [Theory]
    [InlineData("F8_E4M3", 1)]
    [InlineData("F8_E5M2", 1)]
    [InlineData("F8_E8M0", 1)]
    [InlineData("U16", 2)]
    [InlineData("U32", 4)]
    public void All_bytes_come_back(string type, int size)
    {
        byte[] data = [.. Enumerable.Range(0, 256 * size).Select(i => (byte)(size == 1 ? i : i * 37 + i / 256))];
        Write(type, 256, data);
        var read = Safetensors.Read(_path)["x"];

        Safetensors.Write(_path, [("x", read, TensorType.Find(type)!)]);

        Assert.Equal(data, File.ReadAllBytes(_path)[^data.Length..]);
    }

    [Fact]
    public void Numbers_without_a_sign_are_read_whole()
    {
        Write("U64", 1, [255, 255, 255, 255, 255, 255, 255, 127]);
        Assert.Equal(long.MaxValue, Safetensors.Read(_path)["x"].data<long>()[0]);

        Write("U64", 1, [0, 0, 0, 0, 0, 0, 0, 128]);
        Assert.Contains("does not fit", Assert.Throws<InvalidDataException>(() => Safetensors.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_the_type_lacks_is_not_written() =>
        Assert.Throws<InvalidDataException>(() => Safetensors.Write(_path, [("x", tensor([1.01f]), TensorType.Find("F8_E4M3")!)]));

    private void Write(string type, int count, byte[] data)
    {
        var header = Encoding.UTF8.GetBytes($$$"""{"x":{"dtype":"{{{type}}}","shape":[{{{count}}}],"data_offsets":[0,{{{data.Length}}}]}}""");
        var prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        File.WriteAllBytes(_path, [.. prefix, .. header, .. data]);
    }
}
