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
    /// What a word says: for each language how far it is behind the one that the word speaks for most, 0 to -<see cref="Loudest"/>.
    /// </summary>
    /// <param name="word">A word.</param>
    /// <param name="starts">What the sums start from: 0, or a number too low to win for a language that is not in question.</param>
    public LaneScores Weigh(ReadOnlySpan<char> word, in LaneScores starts)
    {
        Span<char> folded = stackalloc char[WordText.Room];
        var sum = new RowSum(ref MemoryMarshal.GetArrayDataReference(_rows), starts);
        WordFeatures.Visit(WordText.Fold(word, folded), ref sum);
        var most = Vector256.Create(new LaneScores(sum.Lower, sum.Upper).Most);
        var floor = Vector256.Create((short)-Loudest);
        return new(Vector256.Max(sum.Lower - most, floor), Vector256.Max(sum.Upper - most, floor));
    }

    private ref struct RowSum(ref sbyte table, in LaneScores starts) : IRowVisitor
    {
        private readonly ref sbyte _table = ref table;

        public Vector256<short> Lower = starts.Lower;
        public Vector256<short> Upper = starts.Upper;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int row)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref _table, row * Lanes)));
            Lower += low;
            Upper += high;
        }
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
