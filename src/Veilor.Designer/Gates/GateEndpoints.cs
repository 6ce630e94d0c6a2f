using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Gates;

/// <summary>What of a gate is fetched as a file.</summary>
public static class GateEndpoints
{
    /// <summary>Maps <c>GET /designs/SLUG/gate/issues/NUMBER</c>: the issue text of a risk that is marked unfixable, in Markdown.</summary>
    public static IEndpointRouteBuilder MapGates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/designs/{slug}/gate/issues/{number:int}", IResult (string slug, int number, GateService gates) =>
            gates.Open(slug) is { } view && view.Record.Mark(number) is { State: RiskState.Unfixable } mark
                ? TypedResults.File(
                    System.Text.Encoding.UTF8.GetBytes(GateIssue.Write(mark, view.Design, view.DesignId, view.Board)),
                    "text/markdown; charset=utf-8",
                    GateIssue.FileName(number))
                : TypedResults.NotFound());
        return endpoints;
    }
}
