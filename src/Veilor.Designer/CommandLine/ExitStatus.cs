namespace Veilor.Designer.CommandLine;

/// <summary>How a command ends.</summary>
public static class ExitStatus
{
    public const int Success = 0;

    /// <summary>It could not be done, or what was checked has an error. A message says which.</summary>
    public const int Failure = 1;

    /// <summary>An argument is missing or wrong; nothing was tried.</summary>
    public const int WrongArgument = 2;
}
