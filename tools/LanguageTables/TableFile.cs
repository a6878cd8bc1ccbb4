using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Judges.Format.Language;

namespace Judges.LanguageTables;

/// <summary>Writes the table as FormatJudge reads it.</summary>
internal static class TableFile
{
    /// <summary>Returns the table's version: the beginning of the hash of its rows.</summary>
    public static string Write(string path, sbyte[] rows)
    {
        var bytes = MemoryMarshal.AsBytes(rows.AsSpan());
        var version = Convert.ToHexStringLower(SHA256.HashData(bytes)[..6]);
        using var writer = new BinaryWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(KnownLanguages.LaneCodes);
        writer.Write(version);
        writer.Write(bytes);
        return version;
    }
}
