using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Perennial.Newsroom;

namespace Perennial.Desk;

public static partial class DeskApi
{
    private const int LongestBreaking = 160;
    private const int UsualMinutes = 60;
    private const int MostMinutes = 24 * 60;

    private static void MapBreaking(this IEndpointRouteBuilder app)
    {
        Write<BreakingBody, BreakingAnswer>(
            app.MapPut("/api/v1/breaking", BreakAsync),
            "Puts a line of breaking news above every page, for a while"
        );
        Write<object, object>(
            app.MapDelete("/api/v1/breaking", EndBreakingAsync),
            "Takes it down",
            StatusCodes.Status204NoContent
        );
    }

    private static async Task BreakAsync(HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (
            await AuthorAsync(context, newsroom) is not { } author
            || await BodyAsync(context, DeskJson.Default.BreakingBody) is not { } body
        )
        {
            return;
        }
        var refusal =
            Checked(body.Text, LongestBreaking) is null ? $"text must have 1 to {LongestBreaking} characters"
            : body.Minutes is < 1 or > MostMinutes ? $"minutes must be 1 to {MostMinutes}"
            : body.Address is not null && !IsPath(body.Address)
                ? "address must be a path of this site, such as /stories/dam-at-sarn"
            : null;
        if (refusal is not null)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, refusal);
            return;
        }
        var until = newsroom.Clock.GetUtcNow() + TimeSpan.FromMinutes(body.Minutes ?? UsualMinutes);
        var breaking = new Breaking(body.Text!.Trim().ReplaceLineEndings(" "), until, body.Address);
        if (!await acts.BreakAsync(breaking, author, context.RequestAborted))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "the site has no name yet");
            return;
        }
        await AnswerAsync(
            context,
            StatusCodes.Status201Created,
            new BreakingAnswer(until),
            DeskJson.Default.BreakingAnswer
        );
    }

    private static async Task EndBreakingAsync(HttpContext context, OpenNewsroom newsroom, Acts acts)
    {
        if (await AuthorAsync(context, newsroom) is { } author)
        {
            await acts.BreakAsync(null, author, context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    // Not //elsewhere.example, which browsers take for another host.
    private static bool IsPath(string address) =>
        address.Length <= LongestTitle
        && address.StartsWith('/')
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}
