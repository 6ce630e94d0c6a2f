using System.Runtime.CompilerServices;
using Bunit;

namespace Veilor.Designer.Tests;

/// <summary>
/// How long anything may take that a test waits for: a component, a process, a line in a log. It is for machines that are slow and busy, and no test
/// says by it how fast the product is; that is measured in <c>benchmarks/</c>.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(2);

    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = Time;
}
