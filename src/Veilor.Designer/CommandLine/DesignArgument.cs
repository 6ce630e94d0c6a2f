using System.CommandLine;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.CommandLine;

/// <summary>The argument <c>DESIGN</c> of the commands that read a design.</summary>
public static class DesignArgument
{
    /// <param name="name">What the usage calls it.</param>
    public static Argument<string> Create(string name = "DESIGN") => new(name)
    {
        Description = "A folder with a design.toml, a design.toml or a snapshot of one, or the name of a template. An existing path wins.",
    };

    /// <summary>Reads the design, or says why it cannot.</summary>
    /// <param name="name">What stood on the command line.</param>
    /// <param name="context">Where the message goes.</param>
    /// <param name="status">How the command ends when null is returned.</param>
    public static DesignFolder? Read(string name, CommandContext context, out int status)
    {
        status = ExitStatus.Success;
        var folder = Path.Exists(name) ? context.Reader.Read(name) : context.Templates.Find(name)?.Folder;
        if (folder is null)
        {
            var known = string.Join(", ", context.Templates.List().Select(template => template.Name));
            context.Error.WriteLine(PlainLine.Of($"There is no folder, file or template '{name}'. The templates are: {known}."));
            status = ExitStatus.WrongArgument;
            return null;
        }

        if (folder.Design is not null)
            return folder;
        var file = Directory.Exists(name) ? Path.Combine(name, DesignToml.FileName) : name;
        foreach (var problem in folder.Problems)
            context.Error.WriteLine(PlainLine.Of($"{file}: {problem}"));
        status = ExitStatus.Failure;
        return null;
    }
}
