using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Perennial.Weave.Changes;

/// <summary>How changes are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ArticleChanges))]
public sealed partial class ChangesJson : JsonSerializerContext
{
    /// <summary>The serialisers to use: names of members in camelCase, any script as itself.</summary>
    public static ChangesJson Lines =>
        field ??= new ChangesJson(
            new JsonSerializerOptions(Default.Options)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            }
        );
}
