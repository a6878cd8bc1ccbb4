// What C# tests expect of their libraries: the part of xunit that tests of functions use, and MBXP's comparison of objects.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Xunit
{
    [AttributeUsage(AttributeTargets.Method)]
    public class FactAttribute : Attribute { public string Skip { get; set; } public string DisplayName { get; set; } }

    public sealed class TheoryAttribute : FactAttribute { }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class InlineDataAttribute(params object[] data) : Attribute { public object[] Data { get; } = data ?? [null]; }

    public sealed class AssertException() : Exception("an assertion failed");

    public static class Assert
    {
        private static void Demand(bool holds) { if (!holds) throw new AssertException(); }
        public static void True(bool? value, string message = null) => Demand(value == true);
        public static void False(bool? value, string message = null) => Demand(value == false);
        public static void Null(object value) => Demand(value is null);
        public static void NotNull(object value) => Demand(value is not null);
        public static void Equal<T>(T expected, T actual) => Demand(Same.Values(expected, actual));
        public static void Equal(double expected, double actual, int precision) => Demand(Math.Round(expected, precision).Equals(Math.Round(actual, precision)));
        public static void Equal(double expected, double actual, double tolerance) => Demand(Math.Abs(expected - actual) <= tolerance);
        public static void NotEqual<T>(T expected, T actual) => Demand(!Same.Values(expected, actual));
        public static void Empty(IEnumerable items) => Demand(!items.Cast<object>().Any());
        public static void NotEmpty(IEnumerable items) => Demand(items.Cast<object>().Any());
        public static void Contains<T>(T item, IEnumerable<T> items) => Demand(items.Any(each => Same.Values(item, each)));
        public static void Contains(string part, string text) => Demand(text.Contains(part, StringComparison.Ordinal));
        public static void DoesNotContain<T>(T item, IEnumerable<T> items) => Demand(!items.Any(each => Same.Values(item, each)));
        public static void InRange<T>(T actual, T low, T high) where T : IComparable => Demand(actual.CompareTo(low) >= 0 && actual.CompareTo(high) <= 0);
        public static T Throws<T>(Func<object> code) where T : Exception => Throws<T>(() => { code(); });
        public static T Throws<T>(Action code) where T : Exception
        {
            try { code(); } catch (T error) when (error.GetType() == typeof(T)) { return error; }
            throw new AssertException();
        }
    }

    // Debug.Assert and Trace.Assert are assertions too.
    internal sealed class FailingListener : TraceListener
    {
        public override void Fail(string message, string details) => throw new AssertException();
        public override void Write(string message) { }
        public override void WriteLine(string message) { }
    }

    internal static class Runner
    {
        private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

        public static void Run(Assembly tests)
        {
            foreach (var type in tests.GetTypes().Where(t => !t.IsAbstract || t.IsSealed))
            {
                foreach (var method in type.GetMethods(Any).Where(m => m.GetCustomAttribute<FactAttribute>() is { Skip: null })) Each(type, method);
            }
        }

        private static void Each(Type type, MethodInfo method)
        {
            if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
                Judge.Tester.Refuse($"{method.Name} of the tests is `async void`, and nobody can wait for it: it must return a Task");
            var rows = method.GetCustomAttributes<InlineDataAttribute>().Select(data => data.Data).DefaultIfEmpty([]).ToList();
            if (rows.Any(row => row.Length != method.GetParameters().Length))
                Judge.Tester.Refuse($"{method.Name} of the tests needs [InlineData] for each of its parameters");
            foreach (var row in rows)
            {
                try
                {
                    One(type, method, row);
                    Judge.Tester.Record(true);
                }
                catch (Exception error)
                {
                    Judge.Tester.Fail(error is TargetInvocationException { InnerException: { } cause } ? cause : error);
                }
            }
        }

        private static void One(Type type, MethodInfo method, object[] row)
        {
            object[] given = [.. row.Zip(method.GetParameters(), (value, p) => value is IConvertible && p.ParameterType.IsPrimitive ? Convert.ChangeType(value, p.ParameterType) : value)];
            var owner = method.IsStatic ? null : Activator.CreateInstance(type, nonPublic: true);
            (owner as IAsyncLifetime)?.InitializeAsync().GetAwaiter().GetResult();
            try
            {
                switch (method.Invoke(owner, given))
                {
                    case Task task: task.GetAwaiter().GetResult(); break;
                    case ValueTask task: task.GetAwaiter().GetResult(); break;
                }
            }
            finally
            {
                (owner as IAsyncLifetime)?.DisposeAsync().GetAwaiter().GetResult();
                (owner as IAsyncDisposable)?.DisposeAsync().AsTask().GetAwaiter().GetResult();
                (owner as IDisposable)?.Dispose();
            }
        }
    }

    public interface IAsyncLifetime { Task InitializeAsync(); Task DisposeAsync(); }
}

namespace KellermanSoftware.CompareNetObjects
{
    public sealed class ComparisonResult { public bool AreEqual { get; init; } public string DifferencesString => AreEqual ? "" : "different"; }

    public sealed class CompareLogic
    {
        public ComparisonResult Compare(object actual, object expected)
        {
            var equal = Xunit.Same.Values(expected, actual);
            Judge.Tester.Record(equal);
            return new ComparisonResult { AreEqual = equal };
        }
    }
}

namespace Xunit
{
    internal static class Same
    {
        public static bool Values(object a, object b)
        {
            if (a is null || b is null) return a is null && b is null;
            if (a is string || b is string) return a.Equals(b);
            if (a is double or float && b is double or float) return Near(Convert.ToDouble(a), Convert.ToDouble(b));
            if (a is IDictionary x && b is IDictionary y) return x.Count == y.Count && x.Keys.Cast<object>().All(key => y.Contains(key) && Values(x[key], y[key]));
            if (a is IEnumerable m && b is IEnumerable n)
            {
                var (left, right) = (m.Cast<object>().ToList(), n.Cast<object>().ToList());
                return left.Count == right.Count && left.Zip(right, Values).All(same => same);
            }
            return a.Equals(b);
        }

        // CompareNetObjects and xunit compare doubles exactly: so do we, but for the last bits of a sum taken in another order.
        private static bool Near(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b));
    }
}
