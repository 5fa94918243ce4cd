package shop;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Orders in the database. Every method waits for it. */
@Repository
public class OrderRepository {
  private static final String BY_ID = "select * from orders where id = ?";
  private static final String BY_CUSTOMER = "select * from orders where customer = ? order by id";

  private final JdbcTemplate jdbc;
  private final RowMapper<Order> mapper =
      (row, number) ->
          new Order(
              row.getLong("id"),
              row.getString("customer"),
              row.getString("item"),
              row.getBigDecimal("price"));

  public OrderRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Order find(long id) {
    return jdbc.queryForObject(BY_ID, mapper, id); // expect: blocking-client-in-async
  }

  List<Order> findByCustomer(String name) {
    return jdbc.query(BY_CUSTOMER, mapper, name);
  }
}
