// Methods that are called by a test of a case, or from the tests' process through two pipes. It is compiled
// once, and is the program that starts in the box.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Judge
{
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
        public static bool Gone, Asked;
        public static string Refusal;
        public static readonly List<string> Ends = [];

        public static void Record(bool holds) => Ends.Add(Gone ? End("gone", new GoneException().Message) : holds ? "null" : End("wrong", "an assertion failed"));

        public static void Refuse(string why)
        {
            Refusal = why;
            Environment.Exit(0);
        }

        public static void Fail(Exception cause) => Ends.Add(cause is GoneException || Gone ? End("gone", new GoneException().Message)
            : cause is Xunit.AssertException ? End("wrong", cause.Message) : End("error", $"{cause.GetType().Name}: {cause.Message}"));

        public static string End(string kind, string why)
        {
            var b = new StringBuilder($"[\"{kind}\",");
            Codec.Quote(b, why ?? "");
            return b.Append(']').ToString();
        }

        public static T Ask<T>(string owner, string name, params object[] args)
        {
            JsonElement reply;
            Asked = true;
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
            var self = Self(method);
            object[] args = [.. given.EnumerateArray().Zip(method.GetParameters(), (j, p) => Codec.Read(j, p.ParameterType.IsByRef ? p.ParameterType.GetElementType() : p.ParameterType))];
            try
            {
                var result = method.Invoke(self, args);
                if (result is System.Threading.Tasks.Task task) { task.GetAwaiter().GetResult(); result = task.GetType().GetProperty("Result")?.GetValue(task); }
                return [result, .. args];
            }
            catch (TargetInvocationException wrapped) { throw wrapped.InnerException; }
        }

        // A script's own code runs once, before any of its methods.
        private static object Self(MethodInfo method)
        {
            var type = method.DeclaringType;
            var script = type.GetMethod("<Initialize>", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
            if ((method.IsStatic && script is null) || _objects.TryGetValue(type, out var self)) return method.IsStatic ? null : _objects[type];
            self = Activator.CreateInstance(type, nonPublic: true);
            (script?.Invoke(self, null) as System.Threading.Tasks.Task)?.GetAwaiter().GetResult();
            return _objects[type] = self;
        }

        private static int Tests(int expected)
        {
            Codec.Tagged = true;
            Console.SetOut(TextWriter.Null);
            Trace.Listeners.Clear();
            Trace.Listeners.Add(new Xunit.FailingListener());
            // Tests that end their process say by its exit code how.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Finish();
            AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
            {
                Tester.Fail((Exception)thrown.ExceptionObject);
                Finish();
            };
            if (_program.EntryPoint is { } main)
            {
                try
                {
                    if (main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]) is int code && code != 0) Environment.ExitCode = code;
                }
                catch (TargetInvocationException wrapped)
                {
                    if (Tester.Gone || Tester.Ends.TrueForAll(end => end == "null")) Tester.Fail(wrapped.InnerException);
                    while (Tester.Ends.Count < expected) Tester.Ends.Add(Tester.End("wrong", "not reached"));
                }
            }
            Xunit.Runner.Run(_program);
            Environment.Exit(Environment.ExitCode);
            return 0;
        }

        private static void Finish()
        {
            if (Environment.ExitCode != 0) Tester.Ends.Add(Tester.End("wrong", "the tests ended with an exit code that is not 0"));
            else if (Tester.Ends.Count == 0 && (Tester.Asked || _program.EntryPoint is not null)) Tester.Record(true); // a main program that tells nothing of its parts is one test
            if (Tester.Gone && Tester.Ends.TrueForAll(end => end == "null")) Tester.Fail(new GoneException());
            Pipes.Report(Tester.Refusal is { } refusal ? "D" + refusal : Tester.Ends.Count == 0 ? "Dthe tests hold no test" : $"T[{string.Join(',', Tester.Ends)}]");
        }
    }
}
