using System.Collections.Frozen;

namespace Symbolics;

/// <summary>Units that convert into each other, and words that count as units because answers end in them.</summary>
internal static class UnitTable
{
    private static readonly FrozenDictionary<string, (string Dimension, Rational Scale)> s_units = Units().ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Knows(string word) => s_units.ContainsKey(word) && word.Length > 1;

    /// <summary>What a unit measures and how many base units it holds; null for a word that is none.</summary>
    public static (string Dimension, Rational Scale)? Find(string unit) => s_units.TryGetValue(unit, out var found) ? found : null;

    private static Dictionary<string, (string, Rational)> Units()
    {
        var units = new Dictionary<string, (string, Rational)>();
        Add("length", 1, 1, "m", "meter", "meters", "metre", "metres", "米");
        Add("length", 1, 100, "cm", "centimeter", "centimeters", "厘米");
        Add("length", 1, 1000, "mm", "millimeter", "millimeters", "毫米");
        Add("length", 1000, 1, "km", "kilometer", "kilometers", "千米", "公里");
        Add("length", 254, 10000, "in", "inch", "inches");
        Add("length", 3048, 10000, "ft", "foot", "feet");
        Add("length", 9144, 10000, "yd", "yard", "yards");
        Add("length", 1609344, 1000, "mile", "miles", "mi");
        Add("time", 1, 1, "s", "sec", "second", "seconds", "秒");
        Add("time", 60, 1, "min", "minute", "minutes", "mins", "分钟");
        Add("time", 3600, 1, "h", "hr", "hrs", "hour", "hours", "小时");
        Add("time", 86400, 1, "day", "days", "天");
        Add("time", 604800, 1, "week", "weeks");
        Add("mass", 1, 1, "g", "gram", "grams", "克");
        Add("mass", 1000, 1, "kg", "kilogram", "kilograms", "千克", "公斤");
        Add("mass", 1, 1000, "mg");
        Add("volume", 1, 1, "L", "liter", "liters", "litre", "litres", "升");
        Add("volume", 1, 1000, "mL", "ml", "milliliters", "毫升");
        Add("money", 1, 1, "$", "dollar", "dollars", "usd");
        Add("money", 1, 100, "cent", "cents", "¢");
        Add("angle", 1, 1, "°", "degree", "degrees", "deg", "度");
        Add("speed", 1, 1, "m/s");
        Add("speed", 1000, 3600, "km/h", "km/hr", "kmph", "kph");
        Add("speed", 1609344, 3600000, "mph");
        Add("current", 1, 1, "A");
        Add("force", 1, 1, "N");
        Add("energy", 1, 1, "J", "joules");
        return units;

        void Add(string dimension, int over, int under, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                units[name] = (dimension, new Rational(over, under));
                foreach (var (raised, power) in dimension is "length" ? new[] { ("^2", 2), ("^3", 3) } : [])
                {
                    var scale = new Rational(System.Numerics.BigInteger.Pow(over, power), System.Numerics.BigInteger.Pow(under, power));
                    units[name + raised] = (dimension + raised, scale);
                }
            }
        }
    }
}
