namespace Perennial.Read.Archives;

/// <summary>A part of a stream that can be sought, as a stream of its own; others may move about in the whole meanwhile.</summary>
internal sealed class StreamSection : Stream
{
    private readonly Stream whole;
    private readonly long start;
    private readonly long end;
    private long at;

    /// <summary>A part of a stream.</summary>
    public StreamSection(Stream whole, long start, long end) =>
        (this.whole, this.start, this.end, at) = (whole, start, end, start);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => end - start;

    /// <inheritdoc/>
    public override long Position
    {
        get => at - start;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        whole.Position = at;
        var read = whole.Read(buffer[..(int)Math.Min(buffer.Length, end - at)]);
        at += read;
        return read;
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
