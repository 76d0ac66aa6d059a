{# The two built-in generic tests that Glue has SQL of its own for. #}

{% test relationships(model, column_name, to, field) %}
  {%- do return(glue__test_relationships(model, column_name, to, field)) -%}
{% endtest %}

{% test accepted_values(model, column_name, values, quote=True) %}
  {%- do return(glue__test_accepted_values(model, column_name, values, quote)) -%}
{% endtest %}
