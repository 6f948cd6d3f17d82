using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Perennial.Publish;

/// <summary>Whether a reader or a cache already has what would be sent.</summary>
internal static class Revalidation
{
    /// <summary>Compares weakly, as <c>If-None-Match</c> asks: a proxy that compresses makes an ETag weak.</summary>
    public static bool Knows(HttpRequest request, string etag)
    {
        var ours = EntityTagHeaderValue.Parse(etag);
        return request
            .GetTypedHeaders()
            .IfNoneMatch.Any(theirs =>
                theirs.Equals(EntityTagHeaderValue.Any) || theirs.Compare(ours, useStrongComparison: false)
            );
    }
}
