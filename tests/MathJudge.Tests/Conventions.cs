namespace MathJudge.Tests;

/// <summary>
/// Rows whose recorded verdict is a convention of the program that recorded it, or false in mathematics, each with the reason. They are
/// printed and left out of a share; that we disagree with them is intended.
/// </summary>
internal static class Conventions
{
    private const string PolynomialRing = "SymPy takes gcd and lcm of letters in a ring of polynomials; of numbers that the letters stand for it is another one";
    private const string Irrational = "SymPy calls two irrational numbers coprime; they have no greatest common divisor";
    private const string LostBase = "the other side of the pair is SymPy's print of log(x, b), which leaves the base out";
    private const string NaturalLog = "the other side of the pair writes ln as \\log; which base a bare \\log has is not said";

    private static readonly Dictionary<string, string> s_reasons = new()
    {
        ["l2s/all_good/049"] = PolynomialRing,
        ["l2s/all_good/051"] = PolynomialRing,
        ["l2s/all_good/058"] = PolynomialRing,
        ["l2s/all_good/059"] = PolynomialRing,
        ["l2s/all_good/092"] = "a capital I is a letter unless somebody says that it is i",
        ["l2s/all_good/093"] = "a capital I is a letter unless somebody says that it is i",
        ["l2s/all_good/154"] = LostBase,
        ["l2s/all_good/155"] = LostBase,
        ["l2s/all_good/156"] = LostBase,
        ["l2s/all_good/169"] = NaturalLog,
        ["l2s/all_good/170"] = NaturalLog,
        ["l2s/gcd/055"] = Irrational,
        ["l2s/gcd/079"] = PolynomialRing,
        ["l2s/gcd/080"] = PolynomialRing,
        ["l2s/gcd/081"] = PolynomialRing,
        ["l2s/gcd/085"] = PolynomialRing,
        ["l2s/gcd/087"] = PolynomialRing,
        ["l2s/gcd/088"] = PolynomialRing,
        ["l2s/gcd/089"] = PolynomialRing,
        ["l2s/gcd/092"] = PolynomialRing,
        ["l2s/gcd/103"] = PolynomialRing,
        ["l2s/gcd/124"] = Irrational,
        ["l2s/lcm/038"] = Irrational,
        ["l2s/lcm/046"] = Irrational,
        ["l2s/lcm/049"] = Irrational,
        ["l2s/lcm/081"] = PolynomialRing,
        ["l2s/lcm/082"] = PolynomialRing,
        ["l2s/lcm/084"] = PolynomialRing,
        ["l2s/lcm/088"] = PolynomialRing,
        ["l2s/lcm/091"] = PolynomialRing,
        ["l2s/lcm/094"] = PolynomialRing,
        ["l2s/lcm/109"] = Irrational,
        ["l2s/variable/019"] = PolynomialRing,
        ["l2s/mod/017"] = "-97·10^34 is taken as a binary floating-point number there; exactly it leaves another rest",
        ["l2s/set/029"] = "the pair compares a statement with its truth value",
        ["l2s/set/041"] = "the other side of the pair has its capitals turned into small letters",
        ["l2s/variable/007"] = "the other side of the pair is the word None",
        ["mario-eval/0033"] = "MARIO reads 10cm without \\text as 10 · c · m, though it drops the unit of 10 cm",
        ["lighteval/0069"] = "the formula holds line breaks, which its extraction does not read; 9 is 9",
        ["lighteval/0070"] = "the formula holds line breaks, which its extraction does not read; 9 is 9",
        ["lighteval/0129"] = "x = 5+5+1 = 7 = 11 contradicts itself; it takes the last member",
        ["lighteval/0130"] = "x = 5+5+1 = 1/3 contradicts itself; it takes the last member",
        ["lighteval/0220"] = "W(n) and W(x) are values at different points, and the gold's box never closes",
    };

    public static string? Reason(string id) => s_reasons.GetValueOrDefault(id);
}
