using Perennial.Store.Views;
using Perennial.Weave.Stories;

namespace Perennial.Newsroom;

/// <summary>Articles as stories are read from them.</summary>
internal static class StoryArticles
{
    /// <summary>An article with what was read in it.</summary>
    public static StoryArticle Of(ArticleRow row, Article read) =>
        new()
        {
            Id = row.Id,
            Read = row.Read!.Value,
            Article = read,
            // A stated time may lie in the future, or lack its offset; a page was not published after we first saw it.
            At =
                read.Published is { HasTime: true, Offset: not null } stated && stated.ToInstant() < row.FirstCaptured
                    ? stated.ToInstant()
                    : row.FirstCaptured,
            EchoOf = row.Relation is EchoRelation.Copy or EchoRelation.Rewrite ? row.EchoOf : null,
        };
}
