// Values as JSON: what crosses between a test and what it calls.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Judge
{
    public sealed class GoneException : Exception { public GoneException() : base("the submission's process ended before the tests did") { } }

    public static class Codec
    {
        public static bool Tagged;

        public static void Write(StringBuilder b, object v, int depth = 0)
        {
            if (depth > 300) throw new ArgumentException("the value is nested too deeply");
            switch (v)
            {
                case null: b.Append("null"); return;
                case bool x: b.Append(x ? "true" : "false"); return;
                case string s: Quote(b, s); return;
                case int or short or byte or sbyte or ushort or uint or BigInteger: b.Append(((IFormattable)v).ToString(null, CultureInfo.InvariantCulture)); return;
                case long or ulong: Mark(b, "l", ((IFormattable)v).ToString(null, CultureInfo.InvariantCulture)); return;
                case double d: Float(b, d, d.ToString("R", CultureInfo.InvariantCulture)); return;
                case float f: if (Tagged) { b.Append("{\"$f\":"); Float(b, f, f.ToString("R", CultureInfo.InvariantCulture)); b.Append('}'); } else Float(b, f, f.ToString("R", CultureInfo.InvariantCulture)); return;
                case decimal m: Mark(b, "m", m.ToString(CultureInfo.InvariantCulture) is var t && t.Contains('.') ? t : t + ".0"); return;
                case char c: if (Tagged) { b.Append("{\"$c\":"); Quote(b, c.ToString()); b.Append('}'); } else Quote(b, c.ToString()); return;
                case Enum e: Write(b, Convert.ToInt64(e, CultureInfo.InvariantCulture), depth); return;
                case ITuple tuple: Items(b, Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), depth); return;
                case IDictionary map:
                    b.Append('{');
                    var first = true;
                    foreach (DictionaryEntry entry in map)
                    {
                        if (!first) b.Append(',');
                        first = false;
                        Quote(b, Convert.ToString(entry.Key, CultureInfo.InvariantCulture));
                        b.Append(':');
                        Write(b, entry.Value, depth + 1);
                    }
                    b.Append('}');
                    return;
                case IEnumerable items: Items(b, items.Cast<object>(), depth); return;
            }
            if (Field(v, "val") is not null && Field(v, "next") is not null) { Items(b, FromList(v), depth); return; }
            if (Field(v, "val") is not null && Field(v, "left") is not null) { Items(b, FromTree(v), depth); return; }
            throw new ArgumentException($"a value of {v.GetType().Name} is no plain data");
        }

        private static void Mark(StringBuilder b, string name, string number) => b.Append(Tagged ? $"{{\"${name}\":{number}}}" : number);

        private static void Float(StringBuilder b, double d, string text)
        {
            if (!double.IsFinite(d)) Quote(b, double.IsNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
            else b.Append(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
        }

        private static void Items(StringBuilder b, IEnumerable<object> items, int depth)
        {
            b.Append('[');
            var count = 0;
            foreach (var item in items)
            {
                if (count++ > 0) b.Append(',');
                if (count > 3_000_000) throw new ArgumentException("the value has no end");
                Write(b, item, depth + 1);
            }
            b.Append(']');
        }

        public static void Quote(StringBuilder b, string s) => b.Append('"').Append(JsonEncodedText.Encode(s).ToString()).Append('"');

        private static FieldInfo Field(object o, string name) => o.GetType().GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.IgnoreCase);

        private static IEnumerable<object> FromList(object node)
        {
            for (var count = 0; node is not null && count < 1_000_000; node = Field(node, "next").GetValue(node), count++) yield return Field(node, "val").GetValue(node);
        }

        private static List<object> FromTree(object root)
        {
            List<object> queue = [root], items = [];
            for (var i = 0; i < queue.Count && i < 1_000_000; i++)
            {
                items.Add(queue[i] is null ? null : Field(queue[i], "val").GetValue(queue[i]));
                if (queue[i] is { } node) { queue.Add(Field(node, "left").GetValue(node)); queue.Add(Field(node, "right").GetValue(node)); }
            }
            while (items.Count > 0 && items[^1] is null) items.RemoveAt(items.Count - 1);
            return items;
        }

        private static object Node(Type type, JsonElement value)
        {
            var node = type.GetConstructors().OrderBy(k => k.GetParameters().Length).First() is var k && k.GetParameters() is { } wanted
                ? k.Invoke([.. wanted.Select(p => p.HasDefaultValue ? p.DefaultValue : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]) : null;
            var field = Field(node, "val");
            field.SetValue(node, Read(value, field.FieldType));
            return node;
        }

        public static object Read(JsonElement j, Type type)
        {
            if (j.ValueKind == JsonValueKind.Object && j.EnumerateObject().Any() && j.EnumerateObject().First() is { Name: ['$', _] } mark)
                return mark.Name switch
                {
                    "$l" => type == typeof(object) ? mark.Value.GetInt64() : Read(mark.Value, type),
                    "$f" => type == typeof(object) ? (float)Read(mark.Value, typeof(float)) : Read(mark.Value, type),
                    "$m" => type == typeof(object) ? decimal.Parse(mark.Value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture) : Read(mark.Value, type),
                    _ => type == typeof(string) ? mark.Value.GetString() : mark.Value.GetString()[0],
                };
            if (Nullable.GetUnderlyingType(type) is { } inner) return j.ValueKind == JsonValueKind.Null ? null : Read(j, inner);
            if (j.ValueKind == JsonValueKind.Null) return null;
            if (type == typeof(string)) return j.GetString();
            if (type == typeof(bool)) return j.GetBoolean();
            if (type == typeof(char)) return j.GetString()[0];
            if (type == typeof(double)) return j.ValueKind == JsonValueKind.String ? double.Parse(j.GetString(), CultureInfo.InvariantCulture) : j.GetDouble();
            if (type == typeof(float)) return j.ValueKind == JsonValueKind.String ? float.Parse(j.GetString(), CultureInfo.InvariantCulture) : j.GetSingle();
            if (type == typeof(BigInteger)) return BigInteger.Parse(j.GetRawText(), CultureInfo.InvariantCulture);
            if (type == typeof(decimal)) return j.GetDecimal();
            if (type.IsPrimitive) return Convert.ChangeType(decimal.Parse(j.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture), type, CultureInfo.InvariantCulture);
            if (type.IsArray && type.GetArrayRank() == 1)
            {
                var array = Array.CreateInstance(type.GetElementType(), j.GetArrayLength());
                var at = 0;
                foreach (var item in j.EnumerateArray()) array.SetValue(Read(item, type.GetElementType()), at++);
                return array;
            }
            var parts = type.IsGenericType ? type.GetGenericArguments() : [typeof(object), typeof(object)];
            if (j.ValueKind == JsonValueKind.Array && typeof(ITuple).IsAssignableFrom(type)) return Activator.CreateInstance(type, [.. j.EnumerateArray().Select((item, i) => Read(item, parts[i]))]);
            if (j.ValueKind == JsonValueKind.Object && (type == typeof(object) || parts.Length == 2))
            {
                var map = (IDictionary)Activator.CreateInstance(type.IsInterface || type == typeof(object) ? typeof(Dictionary<,>).MakeGenericType(parts) : type);
                foreach (var member in j.EnumerateObject()) map[parts[0] == typeof(string) || parts[0] == typeof(object) ? member.Name : parts[0] == typeof(char) ? member.Name[0] : Convert.ChangeType(member.Name, parts[0], CultureInfo.InvariantCulture)] = Read(member.Value, parts[1]);
                return map;
            }
            if (j.ValueKind == JsonValueKind.Array && HasField(type, "val") && HasField(type, "next"))
            {
                object head = null;
                foreach (var item in j.EnumerateArray().Reverse()) { var node = Node(type, item); Field(node, "next").SetValue(node, head); head = node; }
                return head;
            }
            if (j.ValueKind == JsonValueKind.Array && HasField(type, "val") && HasField(type, "left"))
            {
                var nodes = j.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? null : Node(type, item)).ToList();
                var next = 1;
                foreach (var node in nodes.Where(n => n is not null))
                {
                    if (next < nodes.Count) Field(node, "left").SetValue(node, nodes[next++]);
                    if (next < nodes.Count) Field(node, "right").SetValue(node, nodes[next++]);
                }
                return nodes.FirstOrDefault();
            }
            if (j.ValueKind == JsonValueKind.Array)
            {
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(parts[0]));
                foreach (var item in j.EnumerateArray()) list.Add(Read(item, parts[0]));
                return type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(type, list);
            }
            return j.ValueKind switch
            {
                JsonValueKind.String => j.GetString(),
                JsonValueKind.True or JsonValueKind.False => j.GetBoolean(),
                _ => j.TryGetInt32(out var small) ? small : j.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? j.GetDouble() : j.TryGetInt64(out var large) ? large : BigInteger.Parse(j.GetRawText(), CultureInfo.InvariantCulture),
            };
        }

        private static bool HasField(Type type, string name) => type.GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.IgnoreCase) is not null;
    }
}
