// Values as JSON, and methods that are called with them: by a test of a case, or from the tests' process through two pipes. It is compiled
// once, and is the program that starts in the box.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

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
            if (j.ValueKind == JsonValueKind.Array && Field2(type, "val") && Field2(type, "next"))
            {
                object head = null;
                foreach (var item in j.EnumerateArray().Reverse()) { var node = Node(type, item); Field(node, "next").SetValue(node, head); head = node; }
                return head;
            }
            if (j.ValueKind == JsonValueKind.Array && Field2(type, "val") && Field2(type, "left"))
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

        private static bool Field2(Type type, string name) => type.GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.IgnoreCase) is not null;
    }

    public static class Pipes
    {
        private static readonly Lazy<FileStream> _in = new(() => Open(4, FileAccess.Read)), _out = new(() => Open(5, FileAccess.Write)), _report = new(() => Open(3, FileAccess.Write));

        private static FileStream Open(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: false), access, 1);

        public static void Report(string text)
        {
            _report.Value.Write(Encoding.UTF8.GetBytes(text));
            _report.Value.Flush();
        }

        public static void Send(string text)
        {
            var body = Encoding.UTF8.GetBytes(text);
            _out.Value.Write([.. BitConverter.GetBytes(body.Length), .. body]);
            _out.Value.Flush();
        }

        public static string Receive()
        {
            var length = new byte[4];
            _in.Value.ReadExactly(length);
            var size = BitConverter.ToInt32(length);
            if (size is < 0 or > 64 << 20) throw new EndOfStreamException();
            var body = new byte[size];
            _in.Value.ReadExactly(body);
            return Encoding.UTF8.GetString(body);
        }
    }

    public static class Tester
    {
        public static bool Gone;
        public static readonly List<string> Ends = [];

        public static void Record(bool holds) => Ends.Add(Gone ? End("gone", new GoneException().Message) : holds ? "null" : End("wrong", "an assertion failed"));

        public static string End(string kind, string why)
        {
            var b = new StringBuilder($"[\"{kind}\",");
            Codec.Quote(b, why ?? "");
            return b.Append(']').ToString();
        }

        public static T Ask<T>(string owner, string name, params object[] args)
        {
            JsonElement reply;
            try
            {
                if (Gone) throw new EndOfStreamException();
                var b = new StringBuilder("[");
                Codec.Quote(b, owner);
                b.Append(',');
                Codec.Quote(b, name);
                b.Append(',');
                Codec.Write(b, args);
                Pipes.Send(b.Append(']').ToString());
                reply = JsonDocument.Parse(Pipes.Receive(), new JsonDocumentOptions { MaxDepth = 400 }).RootElement;
            }
            catch (Exception e) when (e is IOException or JsonException)
            {
                Gone = true;
                throw new GoneException();
            }
            if (reply.TryGetProperty("error", out var error))
            {
                var type = typeof(object).Assembly.GetType(error.GetString());
                var message = reply.GetProperty("message").GetString();
                throw type is not null && typeof(Exception).IsAssignableFrom(type) && type.GetConstructor([typeof(string)]) is { } made
                    ? (Exception)made.Invoke([message]) : new InvalidOperationException($"{error.GetString()}: {message}");
            }
            var all = reply.GetProperty("value");
            for (var i = 0; i < args.Length; i++) TakeBack(args[i], all[i + 1]);
            return typeof(T) == typeof(object) && all[0].ValueKind == JsonValueKind.Null ? default : (T)Codec.Read(all[0], typeof(T));
        }

        private static void TakeBack(object mine, JsonElement theirs)
        {
            if (mine is IList { IsReadOnly: false } list)
            {
                var now = (IList)Codec.Read(theirs, mine.GetType());
                for (var i = 0; i < Math.Min(list.Count, now.Count); i++) list[i] = now[i];
                if (list.IsFixedSize) return;
                while (list.Count > now.Count) list.RemoveAt(list.Count - 1);
                for (var i = list.Count; i < now.Count; i++) list.Add(now[i]);
            }
            else if (mine is IDictionary { IsReadOnly: false } map)
            {
                var now = (IDictionary)Codec.Read(theirs, mine.GetType());
                map.Clear();
                foreach (DictionaryEntry entry in now) map[entry.Key] = entry.Value;
            }
        }
    }

    public static class Launch
    {
        private static readonly Dictionary<Type, object> _objects = [];
        private static Assembly _program;

        public static int Main()
        {
            var mode = JsonDocument.Parse(File.ReadAllText("mode.json")).RootElement;
            _program = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath("program.dll"));
            return mode.GetProperty("mode").GetString() switch
            {
                "call" => Call(mode.GetProperty("entryPoint").GetString().Replace("()", ""), mode.GetProperty("position").GetInt32()),
                "serve" => Serve(),
                _ => Tests(mode.GetProperty("expected").GetInt32()),
            };
        }

        private static int Call(string entryPoint, int position)
        {
            string message;
            try
            {
                using var input = Console.OpenStandardInput();
                var given = JsonDocument.Parse(input, new JsonDocumentOptions { MaxDepth = 300 }).RootElement;
                var parts = entryPoint.Split('.');
                var b = new StringBuilder("R");
                Codec.Write(b, Invoke(parts.Length > 1 ? parts[^2] : null, parts[^1], given)[position + 1]);
                message = b.ToString();
            }
            catch (Exception error)
            {
                message = $"E{error.GetType().Name}: {error.Message}";
            }
            Console.Out.Flush();
            Pipes.Report(message);
            Environment.Exit(message[0] == 'R' ? 0 : 1);
            return 0;
        }

        private static int Serve()
        {
            Codec.Tagged = true;
            for (; ; )
            {
                string request;
                try { request = Pipes.Receive(); } catch (IOException) { Environment.Exit(0); return 0; }
                var b = new StringBuilder();
                try
                {
                    var parts = JsonDocument.Parse(request, new JsonDocumentOptions { MaxDepth = 400 }).RootElement;
                    b.Append("{\"value\":");
                    Codec.Write(b, Invoke(parts[0].GetString(), parts[1].GetString(), parts[2]));
                    b.Append('}');
                }
                catch (Exception error)
                {
                    b.Clear().Append("{\"error\":");
                    Codec.Quote(b, error.GetType().FullName);
                    b.Append(",\"message\":");
                    Codec.Quote(b, error.Message);
                    b.Append('}');
                }
                Pipes.Send(b.ToString());
            }
        }

        private static object[] Invoke(string owner, string name, JsonElement given)
        {
            var count = given.GetArrayLength();
            var method = _program.GetTypes().Where(t => owner is null || t.Name == owner)
                .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(m => (m.Name == name || m.Name.Contains($"g__{name}|", StringComparison.Ordinal)) && m.GetParameters().Length == count)
                .OrderByDescending(m => m.IsPublic).FirstOrDefault() ?? throw new MissingMethodException($"the program defines no method {name} of {count} arguments");
            object self = null;
            if (!method.IsStatic && !_objects.TryGetValue(method.DeclaringType, out self)) _objects[method.DeclaringType] = self = Activator.CreateInstance(method.DeclaringType, nonPublic: true);
            object[] args = [.. given.EnumerateArray().Zip(method.GetParameters(), (j, p) => Codec.Read(j, p.ParameterType.IsByRef ? p.ParameterType.GetElementType() : p.ParameterType))];
            try
            {
                var result = method.Invoke(self, args);
                if (result is System.Threading.Tasks.Task task) { task.GetAwaiter().GetResult(); result = task.GetType().GetProperty("Result")?.GetValue(task); }
                return [result, .. args];
            }
            catch (TargetInvocationException wrapped) { throw wrapped.InnerException; }
        }

        private static int Tests(int expected)
        {
            Codec.Tagged = true;
            Console.SetOut(TextWriter.Null);
            if (_program.EntryPoint is { } main)
            {
                try
                {
                    main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
                    if (Tester.Ends.Count == 0) Tester.Record(true);
                }
                catch (TargetInvocationException wrapped)
                {
                    var cause = wrapped.InnerException;
                    if (Tester.Gone) Tester.Ends.Add(Tester.End("gone", new GoneException().Message));
                    else if (Tester.Ends.TrueForAll(end => end == "null")) Tester.Ends.Add(Tester.End("error", $"{cause.GetType().Name}: {cause.Message}"));
                    while (Tester.Ends.Count < expected) Tester.Ends.Add(Tester.End("wrong", "not reached"));
                }
            }
            else Xunit.Runner.Run(_program);
            if (Tester.Gone && Tester.Ends.TrueForAll(end => end == "null")) Tester.Ends.Add(Tester.End("gone", new GoneException().Message));
            Pipes.Report(Tester.Ends.Count == 0 ? "Dthe tests hold no test" : $"T[{string.Join(',', Tester.Ends)}]");
            Environment.Exit(0);
            return 0;
        }
    }
}
