// A server as far as builds go, for tests that kill it: takes one run through its steps, says its id, and ends with it.
// usage: Veilor.Designer.RunHost RUNS [--file NAME TEXT]… -- COMMAND ARGUMENT… [-- COMMAND ARGUMENT…]…
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;

var folders = new RunFolders(args[0], NullLogger<RunFolders>.Instance);
using var builds = new BuildService(folders, TimeProvider.System, NullLogger<BuildService>.Instance);
await builds.StartAsync(CancellationToken.None);

List<BundleEntry> files = [];
var next = 1;
for (; args[next] == "--file"; next += 3)
{
    files.Add(BundleEntry.FromBytes(args[next + 1], isExecutable: false, Encoding.UTF8.GetBytes(args[next + 2])));
}

List<BuildStep> steps = [];
while (next < args.Length)
{
    var end = Array.IndexOf(args, "--", next + 1);
    end = end < 0 ? args.Length : end;
    steps.Add(new BuildStep($"step{steps.Count}", $"Step {steps.Count}", args[next + 1], args[(next + 2)..end].ToEquatableArray(), "nothing"));
    next = end;
}

var started = await builds.StartAsync(new BuildRequest("demo", "Demo", files, new BuildPlan("localhost/demo:1", steps.ToEquatableArray())));
Console.WriteLine(started.Run?.Id.Value ?? started.Problem);
while (started.Run is { } run && builds.Find(run.Id) is { IsEnded: false })
{
    await Task.Delay(20);
}

await builds.StopAsync(CancellationToken.None);
