using System.Collections.Concurrent;
using System.Reflection;
using Veilor.Designer.EndToEnd.Browsing;
using Xunit.v3;

[assembly: CleanVisits]

namespace Veilor.Designer.EndToEnd.Browsing;

/// <summary>
/// Fails every test of the suite whose pages had an error on the console, an uncaught exception, a violation of the
/// content security policy or a request to another host. No test has to ask for it, so none can forget. A test that
/// fails for another reason says what its pages showed.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CleanVisitsAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<Visit>> ByTest = new(StringComparer.Ordinal);

    /// <summary>Has the visit looked at when the test that runs now has ended.</summary>
    internal static void Watch(Visit visit)
    {
        if (TestContext.Current.Test is { } test)
            ByTest.GetOrAdd(test.UniqueID, _ => []).Enqueue(visit);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!ByTest.TryRemove(test.UniqueID, out var visits))
            return;
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            Assert.Fail(string.Join('\n', visits.Select(visit => visit.Describe())));
        Assert.All(visits, visit => visit.AssertClean());
    }
}
