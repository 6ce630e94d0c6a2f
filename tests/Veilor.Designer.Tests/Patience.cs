using System.Runtime.CompilerServices;
using Bunit;

namespace Veilor.Designer.Tests;

/// <summary>How long a component may take to show what it is waited for: real processes run behind some, and the machine may be busy.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(15);
}
