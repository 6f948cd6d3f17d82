using AngleSharp.Dom;

namespace Perennial.Read.Pages;

/// <summary>The elements of a page, for those who look at all of them: a selector takes several times as long.</summary>
internal static class PageTree
{
    /// <summary>Every element below a node, in the order of the page. No call within a call: any depth will do.</summary>
    public static IEnumerable<IElement> Elements(this INode root)
    {
        var open = new Stack<(INodeList Nodes, int Next)>();
        var (nodes, next) = (root.ChildNodes, 0);
        while (true)
        {
            if (next < nodes.Length)
            {
                if (nodes[next++] is IElement element)
                {
                    yield return element;
                    open.Push((nodes, next));
                    (nodes, next) = (element.ChildNodes, 0);
                }
            }
            else if (!open.TryPop(out var around))
            {
                yield break;
            }
            else
            {
                (nodes, next) = around;
            }
        }
    }
}
