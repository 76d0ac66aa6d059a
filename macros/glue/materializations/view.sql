{# A view: see create_or_replace_view in adapters/create_view_as.sql. #}

{% materialization view, adapter='glue' %}
  {%- do return(create_or_replace_view()) -%}
{% endmaterialization %}
