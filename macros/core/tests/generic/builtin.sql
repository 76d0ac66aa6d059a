{# The four built-in generic tests. Their SQL is dispatched: see generic_test_sql/. #}

{% test unique(model, column_name) %}
  {%- do return(adapter.dispatch("test_unique", "dbt")(model, column_name)) -%}
{% endtest %}

{% test not_null(model, column_name) %}
  {%- do return(adapter.dispatch("test_not_null", "dbt")(model, column_name)) -%}
{% endtest %}

{% test accepted_values(model, column_name, values, quote=True) %}
  {%- do return(adapter.dispatch("test_accepted_values", "dbt")(model, column_name, values, quote)) -%}
{% endtest %}

{% test relationships(model, column_name, to, field) %}
  {%- do return(adapter.dispatch("test_relationships", "dbt")(model, column_name, to, field)) -%}
{% endtest %}
