package dev.clickpath.cli.shopping;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the shop's databases, as its owner sees it. Each question has a connection of
 * its own, since the server is killed now and then.
 *
 * @param port where the server is
 * @param name of the database and its owner
 * @param password of the owner
 */
public record Database(int port, String name, String password) {

	/**
	 * Makes something of a row.
	 */
	public interface Row<T> {

		T read(ResultSet row) throws SQLException;

	}

	/**
	 * Asks for rows.
	 */
	public <T> List<T> list(String sql, Row<T> row) throws SQLException {
		try (Connection connection = connect();
				PreparedStatement statement = connection.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			List<T> all = new ArrayList<>();
			while (rows.next()) {
				all.add(row.read(rows));
			}
			return all;
		}
	}

	public void update(String sql, Object... values) throws SQLException {
		try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			statement.executeUpdate();
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(
				"jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=30".formatted(this.port, this.name),
				this.name, this.password);
	}

}
