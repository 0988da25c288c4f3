package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;

/**
 * One shop at a time in one home folder. The operating system lets go of the lock when
 * its holder ends, however it ends.
 */
public final class RunLock implements AutoCloseable {

	private final Home home;

	private final FileChannel channel;

	private RunLock(Home home, FileChannel channel) {
		this.home = home;
		this.channel = channel;
	}

	/**
	 * Takes the lock.
	 * @throws Problem when another process has it
	 */
	public static RunLock take(Home home) {
		return tryToTake(home).orElseThrow(
				() -> new Problem("The shop of %s runs already; stop it with ./clickpath down, or look at it with "
					.formatted(home.folder()) + "./clickpath status."));
	}

	/**
	 * Takes the lock, unless another process has it.
	 */
	public static Optional<RunLock> tryToTake(Home home) {
		try {
			FileChannel channel = FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (isLocked(channel)) {
				return Optional.of(new RunLock(home, channel));
			}
			channel.close();
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new Problem(
					"%s cannot be locked (%s); give the folder to yourself.".formatted(home.run(), ex.getMessage()),
					ex);
		}
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	Home home() {
		return this.home;
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// Closing a file that was only locked has nothing to lose.
		}
	}

}
