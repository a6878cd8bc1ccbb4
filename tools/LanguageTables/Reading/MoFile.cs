using System.Buffers.Binary;
using System.Text;

namespace Judges.LanguageTables.Reading;

/// <summary>A catalogue of translated messages as gettext compiles it.</summary>
internal static class MoFile
{
    private const uint Magic = 0x950412DE;

    public static Dictionary<string, string> Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException($"{path} is no little-endian gettext catalogue");
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var (originals, translations) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]));
        var messages = new Dictionary<string, string>(count);
        for (var at = 0; at < count; at++)
            messages[String(bytes, originals + at * 8)] = String(bytes, translations + at * 8);
        // The message of the empty string is the catalogue's header.
        messages.Remove("");
        return messages;
    }

    private static string String(ReadOnlySpan<byte> bytes, int entry)
    {
        var (length, start) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[entry..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[(entry + 4)..]));
        return Encoding.UTF8.GetString(bytes.Slice(start, length)).Replace('\0', '\n');
    }
}
