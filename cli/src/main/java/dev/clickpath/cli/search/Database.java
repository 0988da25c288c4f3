package dev.clickpath.cli.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneCatalog;

/**
 * The catalogue's database, asked directly.
 */
final class Database implements AutoCloseable {

	private static final String ARTICLES = """
			select id, category, department, brand, coalesce(colour, '') as colour, title, description, \
			array(select attribute ->> 'value' from jsonb_array_elements(attributes) attribute) as attributes \
			from product""";

	private final StandaloneCatalog catalog;

	private final Connection connection;

	private Database(StandaloneCatalog catalog, Connection connection) {
		this.catalog = catalog;
		this.connection = connection;
	}

	static Database of(StandaloneCatalog catalog) {
		try {
			return new Database(catalog, DriverManager.getConnection(catalog.databaseUrl(), catalog.databaseUser(),
					catalog.databasePassword()));
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	/**
	 * Another connection to the same.
	 */
	Database again() {
		return of(this.catalog);
	}

	static Problem failed(SQLException cause) {
		return new Problem("The catalogue's database does not answer (%s); run it again.".formatted(cause.getMessage()),
				cause);
	}

	/**
	 * All products as they are judged.
	 */
	List<Article> articles() {
		List<Article> articles = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery(ARTICLES)) {
			while (row.next()) {
				String[] attributes = (String[]) row.getArray("attributes").getArray();
				articles.add(new Article(row.getString("id"), row.getString("category"), row.getString("department"),
						row.getString("brand"), row.getString("colour"), row.getString("title"), List.of(attributes),
						row.getString("description")));
			}
			return articles;
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	/**
	 * Runs statements that answer nothing.
	 */
	void execute(String... statements) {
		try (Statement statement = this.connection.createStatement()) {
			for (String each : statements) {
				statement.execute(each);
			}
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	/**
	 * The first column of every row.
	 */
	List<String> column(String query, Object... parameters) {
		List<String> values = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(query)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 1, parameters[i]);
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					values.add(row.getString(1));
				}
			}
			return values;
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			// It is gone either way.
		}
	}

}
