using System.Text;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>How a process ended and what it wrote.</summary>
public sealed record ProcessOutcome(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
