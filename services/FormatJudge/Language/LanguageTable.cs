using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Judges.Format.Language;

/// <summary>
/// What words say of languages, as learned by tools/LanguageTables: a row of 32 small weights, one for each lane, for each hash of a run of
/// characters. The weights are sixteenths of a natural logarithm; all arithmetic is in integers, so that every machine finds the same.
/// </summary>
internal sealed class LanguageTable
{
    public const int Lanes = 32;
    public const int Unit = 16;

    /// <summary>No word speaks louder against a language than this, so that one name or quotation does not decide about a sentence.</summary>
    public const short Loudest = 6 * Unit;

    private readonly sbyte[] _rows;

    private LanguageTable(sbyte[] rows) => _rows = rows;

    public static LanguageTable Shared { get; } = Load();

    /// <summary>The version of the tables, by their content: part of the evidence.</summary>
    public string Version { get; private init; } = "";

    /// <summary>
    /// What a word says: for each language of the mask how far it is behind the one that the word speaks for most, 0 to -<see cref="Loudest"/>.
    /// </summary>
    public void Weigh(ReadOnlySpan<char> word, in LaneMask mask, Span<short> said)
    {
        Span<char> folded = stackalloc char[WordText.Room];
        var sum = new RowSum(ref MemoryMarshal.GetArrayDataReference(_rows), mask);
        WordFeatures.Visit(WordText.Fold(word, folded), ref sum);
        var most = Vector256.Create(Most(Vector256.Max(sum.Lower, sum.Upper)));
        var floor = Vector256.Create((short)-Loudest);
        Vector256.Max(sum.Lower - most, floor).CopyTo(said);
        Vector256.Max(sum.Upper - most, floor).CopyTo(said[16..]);
    }

    private ref struct RowSum(ref sbyte table, in LaneMask mask) : IRowVisitor
    {
        private readonly ref sbyte _table = ref table;

        public Vector256<short> Lower = mask.Lower;
        public Vector256<short> Upper = mask.Upper;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int row)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref _table, row * Lanes)));
            Lower += low;
            Upper += high;
        }
    }

    private static short Most(Vector256<short> scores)
    {
        var half = Vector128.Max(scores.GetLower(), scores.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        return Math.Max(half[0], half[1]);
    }

    private static LanguageTable Load()
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream("languages.table")
            ?? throw new InvalidDataException("languages.table is not part of this assembly");
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        var (lanes, version) = (reader.ReadString(), reader.ReadString());
        if (lanes != KnownLanguages.LaneCodes)
            throw new InvalidDataException($"languages.table was learned for the lanes {lanes}: run tools/LanguageTables");
        var rows = new sbyte[(1 << WordFeatures.BucketBits) * Lanes];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return new(rows) { Version = version };
    }
}
