using System.Buffers.Binary;
using System.Text;
using Judges.Training.Checkpoints;
using static TorchSharp.torch;

namespace Trainer.Tests.Checkpoints;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_is_written_is_read_back()
    {
        Safetensors.Write(_path, new Dictionary<string, TorchSharp.torch.Tensor>
        {
            ["matrix"] = arange(6f).view(2, 3).t(),
            ["half"] = tensor([1.5f, -2f]).to(ScalarType.BFloat16),
            ["scalar"] = tensor(7L),
            ["empty"] = zeros(0, 4),
            ["ключ.日本"] = tensor([true, false]),
        });

        var read = Safetensors.Read(_path);

        Assert.Equal(5, read.Count);
        Assert.Equal([0f, 3, 1, 4, 2, 5], Tiny.Values(read["matrix"]));
        Assert.Equal([3L, 2], read["matrix"].shape);
        Assert.Equal((ScalarType.BFloat16, -2f), (read["half"].dtype, Tiny.Values(read["half"].to(ScalarType.Float32))[1]));
        Assert.Equal((ScalarType.Int64, 0), (read["scalar"].dtype, read["scalar"].shape.Length));
        Assert.Equal([0L, 4], read["empty"].shape);
        Assert.Equal([true, false], read["ключ.日本"].data<bool>().ToArray());
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(File.ReadAllBytes(_path)) % 8);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "hole")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "file holds")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 0, "file holds")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,4]}}""", 4, "not the size")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "impossible shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "no count")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "no count")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "data_offsets")]
    [InlineData("""{"a":{"dtype":"Q9","shape":[1],"data_offsets":[0,4]}}""", 4, "unknown type")]
    [InlineData("""{"a":{"dtype":4,"shape":[1],"data_offsets":[0,4]}}""", 4, "dtype")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", 4, "lacks 'dtype'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", 0, "not JSON")]
    [InlineData("""{"a":[1,""", 0, "not JSON")]
    [InlineData("[]", 0, "does not begin")]
    [InlineData(""" {}""", 0, "does not begin")]
    [InlineData("""{"__metadata__":{"format":4}}""", 0, "'format'")]
    [InlineData("""{"__metadata__":"pt"}""", 0, "__metadata__")]
    [InlineData("""{"a":[[[[[[[[[[[[]]]]]]]]]]]]}""", 0, "not JSON")]
    public void A_header_that_does_not_describe_the_file_is_refused(string header, int dataBytes, string reason)
    {
        WriteRaw((ulong)Encoding.UTF8.GetByteCount(header), header, dataBytes);

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Safetensors.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 40)]
    [InlineData(3UL)]
    public void A_header_longer_than_the_file_is_refused(ulong length)
    {
        WriteRaw(length, "{}", 0);

        Assert.Throws<InvalidDataException>(() => Safetensors.Read(_path));
    }

    [Theory]
    [InlineData("dtype")]
    [InlineData("header_len")]
    [InlineData("hole")]
    [InlineData("json")]
    [InlineData("overlap")]
    [InlineData("size")]
    [InlineData("tiny")]
    [InlineData("truncated")]
    public void The_shared_malformed_files_are_refused(string fault)
    {
        var path = SharedData.Trainer($"safetensors/bad_{fault}.safetensors");

        Assert.Throws<InvalidDataException>(() => Safetensors.Read(path));
    }

    [Fact]
    public void A_round_trip_keeps_every_type_to_the_byte()
    {
        var original = Safetensors.Read(SharedData.Trainer("safetensors/dtypes.safetensors"));

        Safetensors.Write(_path, original);

        var copy = Safetensors.Read(_path);
        Assert.Equal(original.Keys.Order(), copy.Keys.Order());
        Assert.All(original, tensor => Assert.Equal(tensor.Value.bytes.ToArray(), copy[tensor.Key].bytes.ToArray()));
    }

    private void WriteRaw(ulong length, string header, int dataBytes)
    {
        var prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length);
        File.WriteAllBytes(_path, [.. prefix, .. Encoding.UTF8.GetBytes(header), .. new byte[dataBytes]]);
    }
}
