namespace Perennial.Store;

/// <summary>The folder that holds a newsroom: the ledger, the state, the views and the lock of its server.</summary>
public sealed class NewsroomFolder
{
    /// <summary>Names a folder; nothing is opened or made yet.</summary>
    public NewsroomFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The file of the ledger.</summary>
    public string Ledger => System.IO.Path.Combine(Path, "ledger.db");

    /// <summary>The file of the state.</summary>
    public string State => System.IO.Path.Combine(Path, "state.db");

    /// <summary>The socket over which commands reach the running server.</summary>
    public string Socket => System.IO.Path.Combine(Path, "control.sock");

    /// <summary>Whether a newsroom stands in the folder.</summary>
    public bool Exists => File.Exists(Ledger);

    /// <summary>The file of one generation of views.</summary>
    public string Views(long generation) => System.IO.Path.Combine(Path, $"views-{generation}.db");

    /// <summary>Makes the folder if it is not there, for its owner only.</summary>
    /// <exception cref="StoreException">It can't be made or written to.</exception>
    public void Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(
                    Path,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the data folder {Path} can't be made: {e.Message}", e);
        }
    }

    /// <summary>Takes the newsroom's lock, which one process holds as long as it may write.</summary>
    /// <returns>The lock; dispose it to let go.</returns>
    /// <exception cref="StoreException">Another process holds it.</exception>
    public IDisposable Lock()
    {
        Create();
        try
        {
            return new FileStream(
                System.IO.Path.Combine(Path, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException e)
        {
            throw new StoreException($"the newsroom in {Path} is in use by another Perennial", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException($"the data folder {Path} can't be written to: {e.Message}", e);
        }
    }
}
