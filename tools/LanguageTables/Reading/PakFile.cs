using System.Buffers.Binary;
using System.Text;

namespace Judges.LanguageTables.Reading;

/// <summary>A file of numbered strings as Chromium ships them, format 5.</summary>
internal static class PakFile
{
    private const int Header = 12;
    private const int Entry = 6;

    public static Dictionary<int, string> Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes) != 5 || bytes[4] != 1)
            throw new InvalidDataException($"{path} is no pak file of format 5 in UTF-8");
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var strings = new Dictionary<int, string>(count);
        for (var at = 0; at < count; at++)
        {
            var entry = bytes[(Header + at * Entry)..];
            var start = BinaryPrimitives.ReadInt32LittleEndian(entry[2..]);
            var end = BinaryPrimitives.ReadInt32LittleEndian(entry[(Entry + 2)..]);
            strings[BinaryPrimitives.ReadUInt16LittleEndian(entry)] = Encoding.UTF8.GetString(bytes[start..end]);
        }
        return strings;
    }
}
