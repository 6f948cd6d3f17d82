using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Perennial.Publish;

/// <summary>How often one network may call what programs call: the API for reading, and the hub.</summary>
/// <remarks>Counts are kept in memory only. Behind a proxy that is not trusted all callers have its address.</remarks>
internal static class ApiLimits
{
    /// <summary>The name of the policy.</summary>
    public const string Policy = "api";

    private const int PeriodsAMinute = 12;

    public static IServiceCollection AddApiLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(
                Policy,
                context =>
                {
                    var most = context.RequestServices.GetRequiredService<PublishOptions>().ApiCallsAMinute;
                    return RateLimitPartition.GetTokenBucketLimiter(
                        ReaderNetwork.Of(context.Connection.RemoteIpAddress),
                        _ => new TokenBucketRateLimiterOptions
                        {
                            TokenLimit = most,
                            TokensPerPeriod = Math.Max(1, most / PeriodsAMinute),
                            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / PeriodsAMinute,
                            QueueLimit = 0,
                        }
                    );
                }
            );
            limits.OnRejected = (rejected, _) =>
            {
                var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known)
                    ? known
                    : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                return new ValueTask(
                    ApiProblem.WriteAsync(
                        rejected.HttpContext,
                        StatusCodes.Status429TooManyRequests,
                        "too many calls from where you are; Retry-After says when to go on"
                    )
                );
            };
        });
}
