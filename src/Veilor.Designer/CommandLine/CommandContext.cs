using System.Text;
using Veilor.Designer.Help;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.CommandLine;

/// <summary>What a command works with: where results and messages go, and what the product ships.</summary>
public sealed class CommandContext
{
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    public CommandContext(Stream output, TextWriter error)
    {
        Bytes = new ResultStream(output);
        // UTF-8 whatever the locale says: what is printed is what is exported.
        Output = new StreamWriter(Bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            AutoFlush = true,
            NewLine = "\n",
        };
        Error = error;
        var content = ContentRoot.BesideExecutable();
        Reader = new DesignFolderReader(new ContentSets(content));
        Templates = new TemplateLibrary(content, Reader);
        Help = new HelpLibrary(content);
    }

    /// <summary>Results that are not text, or whose every byte counts.</summary>
    public Stream Bytes { get; }

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Output { get; }

    /// <summary>Messages for the person.</summary>
    public TextWriter Error { get; }

    public DesignFolderReader Reader { get; }

    public TemplateLibrary Templates { get; }

    public DesignSnapshots Snapshots { get; } = new(TimeProvider.System);

    public HelpLibrary Help { get; }
}
