package com.quanticity.ibkr.quickstart.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One run at a time on a data folder. The operating system gives the lock back when this process ends in any way. */
public final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. */
    public static DataLock take(Folders folders) throws CannotStartException {
        Path file = folders.lock();
        try {
            folders.createData();
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new CannotStartException("another quickstart" + (holder.isEmpty() ? "" : " (pid " + holder + ")")
                        + " uses " + folders.data() + ": stop it with Ctrl-C"
                        + (holder.isEmpty() ? "" : " or 'kill " + holder + "'")
                        + ", or start this one with --data DIR --free-ports");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataLock(channel);
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot write in " + folders.data() + " (" + e
                            + "): free some space, mend its permissions, or choose another folder with --data DIR",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
