{# Fails with the rows that have no value; stored failures keep the whole row. #}

{% macro default__test_not_null(model, column_name) %}
{% set selected = '*' if should_store_failures() else column_name %}
select {{ selected }}
from {{ model }}
where {{ column_name }} is null

{% endmacro %}
