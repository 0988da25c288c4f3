package dev.clickpath.storefront.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes every statement the storefront gives its database, and can be told to fail.
 */
public final class WatchedDatabase implements BeanPostProcessor {

	private final List<String> statements = new CopyOnWriteArrayList<>();

	private volatile boolean failing;

	private volatile CountDownLatch hanging = new CountDownLatch(0);

	/**
	 * All statements since they were forgotten.
	 */
	public List<String> statements() {
		return this.statements;
	}

	public void fail() {
		this.failing = true;
	}

	/**
	 * Gives nobody a connection, and says nothing.
	 */
	public void hang() {
		this.hanging = new CountDownLatch(1);
	}

	public void recover() {
		this.failing = false;
		this.hanging.countDown();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && !(bean instanceof Watched)) ? new Watched(source) : bean;
	}

	private Connection watched(Connection connection) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("prepareStatement")) {
						this.statements.add((String) arguments[0]);
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private final class Watched extends DelegatingDataSource {

		Watched(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (WatchedDatabase.this.failing) {
				throw new SQLTransientConnectionException("The test keeps the database away", "08001");
			}
			awaitAnswer();
			return watched(super.getConnection());
		}

		private void awaitAnswer() throws SQLException {
			try {
				WatchedDatabase.this.hanging.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new SQLTransientConnectionException("Nobody waits any more", "08001", ex);
			}
		}

	}

}
